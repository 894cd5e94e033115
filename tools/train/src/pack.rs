//! Packs a trained network: 8-bit rows with a scale each, labels, vocabulary keys and lemma tables in one file.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use safetensors::SafeTensors;
use saydo_parse::weights::MAGIC;

use crate::lemma;

/// More layers than anybody will train.
const MOST_LAYERS: usize = 64;

/// Reads the network at `network`, learns lemma tables from `treebanks`, and writes the weights to `out`.
pub(crate) fn pack(network: &Path, treebanks: &[PathBuf], out: &Path) -> anyhow::Result<()> {
    let bytes = std::fs::read(network).with_context(|| format!("cannot read {}", network.display()))?;
    let (_, metadata) = SafeTensors::read_metadata(&bytes)?;
    let meta = metadata.metadata().as_ref().context("the network file has no metadata")?;
    let meta = |name: &str| meta.get(name).with_context(|| format!("the network file lacks {name:?}"));
    let tensors = Tensors(SafeTensors::deserialize(&bytes)?);
    let mut file = Sections(MAGIC.to_vec());
    let tags = labels(meta("tags")?)?;
    let order = by_part_of_speech(&tags);
    file.add("tags", order.iter().map(|&i| tags[i].as_str()).collect::<Vec<_>>().join("\n").as_bytes())?;
    file.add("rels", labels(meta("rels")?)?.join("\n").as_bytes())?;
    file.add("keys", &unhex(meta("keys")?)?)?;
    tables(&tensors, &mut file)?;
    matrices(&tensors, &mut file)?;
    tag_matrix(&tensors, &order, &mut file)?;
    let (exceptions, rules) = lemma::tables(treebanks)?;
    file.add("lemma.exceptions", exceptions.as_bytes())?;
    file.add("lemma.rules", rules.as_bytes())?;
    std::fs::write(out, &file.0).with_context(|| format!("cannot write {}", out.display()))
}

fn tables(tensors: &Tensors<'_>, file: &mut Sections) -> anyhow::Result<()> {
    for name in ["words", "affixes"] {
        let (rows, values) = tensors.matrix(&format!("{name}.weight"))?;
        file.add_quantised(name, rows, &values)?;
    }
    for name in ["root_arc", "root_rel", "near_arc", "near_rel"] {
        file.add_floats(name, &tensors.floats(name)?)?;
    }
    Ok(())
}

fn matrices(tensors: &Tensors<'_>, file: &mut Sections) -> anyhow::Result<()> {
    let layers = (0..MOST_LAYERS)
        .take_while(|i| tensors.0.tensor(&format!("layers.{i}.gates.weight")).is_ok())
        .count();
    file.add("layers", layers.to_string().as_bytes())?;
    let layer = |i: usize| (format!("layer{i}"), format!("layers.{i}.gates"));
    let plain = ["word", "heads", "rels"].map(|n| (n.to_owned(), n.to_owned()));
    for (name, tensor) in plain.into_iter().chain((0..layers).map(layer)) {
        let (rows, values) = tensors.matrix(&format!("{tensor}.weight"))?;
        file.add_matrix(&name, rows, &values, &tensors.floats(&format!("{tensor}.bias"))?)?;
    }
    window(tensors, file)
}

/// The positions of the joint tags, those of one part of speech together, otherwise in their old order.
fn by_part_of_speech(tags: &[String]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..tags.len()).collect();
    order.sort_by_key(|&i| tags[i].split('|').next());
    order
}

fn tag_matrix(tensors: &Tensors<'_>, order: &[usize], file: &mut Sections) -> anyhow::Result<()> {
    let (rows, values) = tensors.matrix("tags.weight")?;
    let bias = tensors.floats("tags.bias")?;
    ensure!(rows == order.len() && bias.len() == rows, "there are {rows} tag rows for {} tags", order.len());
    let columns = values.len() / rows;
    let values: Vec<f32> =
        order.iter().flat_map(|&i| values[i * columns..(i + 1) * columns].to_vec()).collect();
    let bias: Vec<f32> = order.iter().map(|&i| bias[i]).collect();
    file.add_matrix("tags", rows, &values, &bias)
}

/// The window's matrix takes three words at once; the reader computes each word's three shares apart, so the three
/// blocks of columns become three blocks of rows, and the middle one carries the bias.
fn window(tensors: &Tensors<'_>, file: &mut Sections) -> anyhow::Result<()> {
    let (rows, values) = tensors.matrix("window.weight")?;
    let columns = values.len() / rows;
    let share = columns / 3;
    let block =
        |b: usize| values.chunks_exact(columns).flat_map(move |row| row[b * share..(b + 1) * share].to_vec());
    let values: Vec<f32> = (0..3).flat_map(block).collect();
    let mut bias = vec![0.0; rows];
    bias.extend(tensors.floats("window.bias")?);
    bias.resize(3 * rows, 0.0);
    file.add_matrix("window", 3 * rows, &values, &bias)
}

struct Tensors<'a>(SafeTensors<'a>);

impl Tensors<'_> {
    fn floats(&self, name: &str) -> anyhow::Result<Vec<f32>> {
        let tensor = self.0.tensor(name).with_context(|| format!("the network lacks {name}"))?;
        ensure!(tensor.dtype() == safetensors::Dtype::F32, "{name} is not in 32-bit floats");
        Ok(tensor.data().chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect())
    }

    fn matrix(&self, name: &str) -> anyhow::Result<(usize, Vec<f32>)> {
        let rows = *self.0.tensor(name)?.shape().first().context("a matrix without rows")?;
        Ok((rows, self.floats(name)?))
    }
}

/// The file under construction; see `saydo_parse::weights`.
struct Sections(Vec<u8>);

impl Sections {
    fn add(&mut self, name: &str, body: &[u8]) -> anyhow::Result<()> {
        self.0.push(u8::try_from(name.len())?);
        self.0.extend(name.as_bytes());
        self.0.extend(u32::try_from(body.len())?.to_le_bytes());
        self.0.extend(body);
        Ok(())
    }

    fn add_floats(&mut self, name: &str, values: &[f32]) -> anyhow::Result<()> {
        let bytes: Vec<u8> = values.iter().flat_map(|v| v.to_le_bytes()).collect();
        self.add(name, &bytes)
    }

    fn add_matrix(&mut self, name: &str, rows: usize, values: &[f32], bias: &[f32]) -> anyhow::Result<()> {
        ensure!(bias.len() == rows, "{name} has {rows} rows and {} biases", bias.len());
        self.add_quantised(name, rows, values)?;
        self.add_floats(&format!("{name}.b"), bias)
    }

    /// Rounds each row to 8 bits with the scale that its largest weight asks for.
    fn add_quantised(&mut self, name: &str, rows: usize, values: &[f32]) -> anyhow::Result<()> {
        ensure!(rows > 0 && values.len().is_multiple_of(rows), "{name} has an odd size");
        let (mut bytes, mut scales) = (Vec::new(), Vec::new());
        for row in values.chunks_exact(values.len() / rows) {
            let scale = row.iter().fold(1e-12_f32, |m, v| m.max(v.abs())) / 127.0;
            bytes.extend(row.iter().map(|v| (v / scale).round() as i8 as u8));
            scales.push(scale);
        }
        self.add(&format!("{name}.w"), &bytes)?;
        self.add_floats(&format!("{name}.s"), &scales)
    }
}

/// A JSON list of labels, each of which fits on a line.
fn labels(json: &str) -> anyhow::Result<Vec<String>> {
    let labels: Vec<String> = serde_json::from_str(json)?;
    ensure!(labels.iter().all(|l| !l.contains('\n')), "a label with a line break");
    Ok(labels)
}

fn unhex(hex: &str) -> anyhow::Result<Vec<u8>> {
    if !hex.is_ascii() || !hex.len().is_multiple_of(2) {
        bail!("the vocabulary keys are not hexadecimal");
    }
    (0..hex.len()).step_by(2).map(|i| Ok(u8::from_str_radix(&hex[i..i + 2], 16)?)).collect()
}
