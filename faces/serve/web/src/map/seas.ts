// Names of oceans and seas, with a spot amid the water and the zoom from which on they are told. Our own work.

export interface Sea {
  name: string
  lat: number
  lon: number
  zoom: number
}

const sea = (name: string, lat: number, lon: number, zoom: number): Sea => ({ name, lat, lon, zoom })

export const SEAS: readonly Sea[] = [
  sea('Atlantic Ocean', 30, -42, 0), sea('South Atlantic', -25, -14, 0), sea('Pacific Ocean', 10, -150, 0), sea('Pacific Ocean', 20, 160, 0),
  sea('Indian Ocean', -18, 80, 0), sea('Arctic Ocean', 80, 0, 0), sea('Southern Ocean', -62, 60, 0),
  sea('Mediterranean Sea', 35, 18, 2.5), sea('Black Sea', 43.2, 34.5, 2.8), sea('Sea of Azov', 46.1, 36.6, 5.2), sea('Caspian Sea', 41.5, 51, 3.2),
  sea('Baltic Sea', 57.6, 19.6, 3.4), sea('North Sea', 56.3, 3.2, 3.2), sea('Norwegian Sea', 68, 3, 2.8), sea('Barents Sea', 74, 38, 2.6),
  sea('Kara Sea', 76, 72, 3), sea('Red Sea', 20.5, 38.3, 3.6), sea('Gulf of Aden', 12.3, 47.5, 4), sea('Arabian Sea', 15, 64, 2.6),
  sea('Persian Gulf', 27, 51.3, 4), sea('Gulf of Oman', 24.8, 58.4, 4.6), sea('Bay of Bengal', 14, 88, 2.8), sea('Andaman Sea', 11, 95.6, 4),
  sea('South China Sea', 14, 114, 2.8), sea('East China Sea', 29, 125.5, 3.4), sea('Yellow Sea', 35.6, 123.4, 4), sea('Sea of Japan', 40, 135, 3.2),
  sea('Sea of Okhotsk', 54, 149, 2.8), sea('Bering Sea', 58, -178, 2.6), sea('Philippine Sea', 18, 131, 2.6), sea('Coral Sea', -17, 154, 2.8),
  sea('Tasman Sea', -39, 160, 2.8), sea('Gulf of Mexico', 25, -90.5, 3), sea('Caribbean Sea', 15, -74, 2.8), sea('Hudson Bay', 59.5, -86, 2.8),
  sea('Labrador Sea', 58, -54, 2.8), sea('Gulf of Guinea', 1, 3, 2.8), sea('Mozambique Channel', -18, 41.4, 3.6), sea('Adriatic Sea', 43, 15.4, 4.6),
  sea('Aegean Sea', 39, 25, 4.8), sea('Ionian Sea', 37.6, 18.8, 4.4), sea('Tyrrhenian Sea', 40, 12.3, 4.4), sea('Bay of Biscay', 45.3, -4.8, 3.8),
  sea('Gulf of Finland', 59.9, 26, 5.2), sea('Gulf of Bothnia', 62.2, 19.6, 4.4), sea('Celtic Sea', 50.4, -8.2, 4.4), sea('White Sea', 65.8, 38.4, 4.6),
]
