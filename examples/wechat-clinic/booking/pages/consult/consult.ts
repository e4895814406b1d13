Page({
  data: { text: '' as string },

  onText(event: WechatMiniprogram.TextareaInput) {
    this.setData({ text: event.detail.value })
  },

  onVoice() {
    wx.authorize({
      scope: 'scope.record',
      success: () => wx.getRecorderManager().start({ duration: 60000 }),
      fail: () => wx.showToast({ title: '也可以打字描述', icon: 'none' })
    })
  }
})
