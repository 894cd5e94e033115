//! Sigmoid and tangent from basic IEEE 754 operations, so that every machine gives the same bits.

/// `1 / (1 + e^-x)`, with an error below 5e-6.
#[inline(always)]
pub(crate) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// The hyperbolic tangent, with an error below 5e-6.
#[inline(always)]
pub(crate) fn tanh(x: f32) -> f32 {
    2.0 / (1.0 + exp(-2.0 * x)) - 1.0
}

/// `e^x` for x cut to ±80: the power of two from the bits, the rest from a Taylor polynomial on ±ln(2)/2.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    let x = if x > 80.0 { 80.0 } else { x };
    let x = if x < -80.0 { -80.0 } else { x };
    let shifted = x * std::f32::consts::LOG2_E + 12_582_912.0;
    let whole = shifted - 12_582_912.0;
    let r = x - whole * std::f32::consts::LN_2;
    let series = 1.0 + r * (1.0 + r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0)))));
    let power = f32::from_bits(shifted.to_bits().wrapping_add(127) << 23);
    series * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_to_the_real_functions() {
        for i in -2000..=2000 {
            let x = i as f32 / 100.0;
            assert!((sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 5e-6, "sigmoid {x}");
            assert!((tanh(x) - x.tanh()).abs() < 5e-6, "tanh {x}");
        }
        assert!(sigmoid(-1e9) < 1e-20 && (sigmoid(1e9) - 1.0).abs() < 1e-6);
    }
}
