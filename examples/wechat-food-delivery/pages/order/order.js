const { createOrder, bindPhone } = require('../../utils/api')

Page({
  data: { address: null },

  onAddress() {
    wx.chooseAddress({ success: (address) => this.setData({ address }) })
  },

  onPhone({ detail }) {
    if (detail.code) bindPhone(detail.code)
  },

  async onPay() {
    const order = await createOrder(this.data.address)
    wx.requestPayment(order.payment)
  }
})
