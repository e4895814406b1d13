Page({
  data: { latitude: 39.9087, longitude: 116.3975, route: [] },

  onHere() {
    wx.getLocation({
      type: 'gcj02',
      success: ({ latitude, longitude }) => this.setData({ latitude, longitude })
    })
  },

  onDestination() {
    wx.chooseLocation({ success: (place) => this.navigate(place) })
  },

  navigate(place) {
    wx.startLocationUpdate({
      success: () => wx.onLocationChange((at) => this.drawRoute(at, place))
    })
  },

  drawRoute(from, to) {
    const points = [from, to].map(({ latitude, longitude }) => ({ latitude, longitude }))
    this.setData({ route: [{ points, width: 6, color: '#1677ff' }] })
  },

  onUnload() {
    wx.stopLocationUpdate()
  }
})
