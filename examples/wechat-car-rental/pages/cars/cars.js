Page({
  data: { cars: [{ model: '两厢电动', price: 128, plate: 'A1' }], store: null },

  onNearest() {
    wx.getLocation({ type: 'gcj02', success: (at) => this.findStore(at) })
  },

  onPickUp() {
    wx.chooseLocation({ success: (at) => this.findStore(at) })
  },

  findStore({ latitude, longitude }) {
    wx.request({
      url: 'https://example.invalid/stores',
      data: { latitude, longitude },
      success: ({ data }) => this.setData({ store: data[0] })
    })
  }
})
