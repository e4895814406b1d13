Page({
  data: { keyword: '' },

  onSpeak() {
    const recorder = wx.getRecorderManager()
    recorder.onStop(({ tempFilePath }) => this.recognise(tempFilePath))
    recorder.start({ duration: 10000 })
  },

  recognise(filePath) {
    wx.uploadFile({ url: 'https://example.invalid/asr', filePath, name: 'voice' })
  },

  onSearch(event) {
    this.setData({ keyword: event.detail.value })
  }
})
