App({
  onLaunch() {
    wx.login({ success: ({ code }) => { this.globalData.loginCode = code } })
  },
  globalData: { loginCode: '' }
})
