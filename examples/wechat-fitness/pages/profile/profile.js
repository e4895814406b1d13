Page({
  onSave({ detail }) {
    wx.setStorageSync('nickname', detail.value.nickname)
  },

  onPhone({ detail }) {
    if (!detail.code) return
    wx.request({ url: 'https://example.invalid/phone', method: 'POST', data: { code: detail.code } })
  }
})
