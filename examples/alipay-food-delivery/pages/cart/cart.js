Page({
  data: { address: '' },

  onAddress() {
    my.getAddress({
      success: ({ result }) => this.setData({ address: result.address })
    })
  },

  onPhone() {
    my.getPhoneNumber({
      success: ({ response }) => my.setStorageSync({ key: 'phone', data: response })
    })
  },

  onPay() {
    my.request({
      url: 'https://example.invalid/orders',
      method: 'POST',
      data: { address: this.data.address },
      success: ({ data }) => my.tradePay({ tradeNO: data.tradeNo })
    })
  }
})
