const shops = [
  { id: 1, name: '东门小灶', latitude: 31.2301, longitude: 121.4737, distance: -1 },
  { id: 2, name: '河畔面馆', latitude: 31.2212, longitude: 121.4812, distance: -1 }
]

function listShops() {
  return shops
}

function sortByDistance(list, latitude, longitude) {
  const far = (s) => Math.round(Math.hypot(s.latitude - latitude, s.longitude - longitude) * 111000)
  return list.map((s) => ({ ...s, distance: far(s) })).sort((a, b) => a.distance - b.distance)
}

module.exports = { listShops, sortByDistance }
