Page({
  onSubmit(event: WechatMiniprogram.FormSubmit) {
    wx.request({ url: 'https://example.invalid/registrations', method: 'POST', data: event.detail.value })
  },

  onPhone(event: WechatMiniprogram.ButtonGetPhoneNumber) {
    if (event.detail.code) wx.setStorageSync('phoneCode', event.detail.code)
  }
})
