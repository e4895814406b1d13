Page({
  data: { licence: '' },

  onPhone({ detail }) {
    if (detail.code) wx.setStorageSync('phoneCode', detail.code)
  },

  onLicence() {
    // mplint-ignore-next-line scope-beyond-category -- 上传驾驶证照片，驾驶证件信息列于第五条第（二十二）项
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      success: ({ tempFiles }) => this.setData({ licence: tempFiles[0].tempFilePath })
    })
  }
})
