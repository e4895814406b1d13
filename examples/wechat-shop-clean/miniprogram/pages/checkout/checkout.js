Page({
  data: { sku: '', receiver: null, phone: false },

  onLoad({ sku }) {
    this.setData({ sku })
  },

  onAddress() {
    wx.chooseAddress({
      success: (receiver) => this.setData({ receiver }),
      fail: () => wx.showToast({ title: '未选择地址', icon: 'none' })
    })
  },

  onPhone({ detail }) {
    this.setData({ phone: Boolean(detail.code) })
  },

  onPay() {
    wx.request({
      url: 'https://example.invalid/pay',
      method: 'POST',
      data: { sku: this.data.sku, receiver: this.data.receiver },
      success: ({ data }) => wx.requestPayment(data)
    })
  }
})
