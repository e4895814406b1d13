Page({
  data: { steps: '--' },

  onSync() {
    wx.getWeRunData({
      success: ({ encryptedData, iv }) => this.decrypt(encryptedData, iv),
      fail: () => this.setData({ steps: '--' })
    })
  },

  decrypt(encryptedData, iv) {
    wx.request({
      url: 'https://example.invalid/steps',
      method: 'POST',
      data: { encryptedData, iv },
      success: ({ data }) => this.setData({ steps: data.today })
    })
  },

  onShake() {
    // mplint-ignore-next-line scope-beyond-category -- 只在本机判断是否摇动，不保存也不上传
    wx.startAccelerometer({ interval: 'game' })
    wx.onAccelerometerChange(({ x, y, z }) => {
      if (Math.abs(x) + Math.abs(y) + Math.abs(z) > 3) this.nextExercise()
    })
  },

  nextExercise() {
    wx.stopAccelerometer()
    wx.vibrateShort({ type: 'light' })
  }
})
