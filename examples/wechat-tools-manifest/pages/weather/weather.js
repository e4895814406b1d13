Page({
  data: { city: '未选择', temperature: '--' },

  onLocate() {
    wx.getFuzzyLocation({
      type: 'wgs84',
      success: ({ latitude, longitude }) => this.query({ latitude, longitude }),
      fail: () => wx.showToast({ title: '请手动选择城市', icon: 'none' })
    })
  },

  onCity({ detail }) {
    this.query({ city: detail.value[1] })
  },

  query(place) {
    wx.request({
      url: 'https://example.invalid/weather',
      data: place,
      success: ({ data }) => this.setData(data)
    })
  }
})
