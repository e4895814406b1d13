const isAlipay = typeof my !== 'undefined'

Page({
  data: { photos: [] },

  onPhoto() {
    if (isAlipay) {
      my.chooseImage({ sourceType: ['album'], success: ({ apFilePaths }) => this.setData({ photos: apFilePaths }) })
    } else {
      wx.chooseMedia({
        mediaType: ['image'],
        success: ({ tempFiles }) => this.setData({ photos: tempFiles.map((f) => f.tempFilePath) })
      })
    }
  },

  onLocate() {
    const success = ({ latitude, longitude }) => this.estimate(latitude, longitude)
    if (isAlipay) my.getLocation({ type: 0, success })
    else wx.getLocation({ type: 'gcj02', success })
  },

  onWechatPhone({ detail }) {
    this.savePhone(detail.code)
  },

  onAlipayPhone() {
    my.getPhoneNumber({ success: ({ response }) => this.savePhone(response) })
  },

  savePhone(token) {
    this.token = token
  },

  estimate(latitude, longitude) {
    this.distance = Math.hypot(latitude - 30.25, longitude - 120.16)
  }
})
