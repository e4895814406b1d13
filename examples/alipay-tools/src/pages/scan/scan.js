Page({
  data: { text: '' },

  onCode() {
    my.scan({ success: ({ code }) => this.setData({ text: code }) })
  },

  onPicture() {
    my.chooseImage({
      count: 1,
      sourceType: ['camera', 'album'],
      success: ({ apFilePaths }) => this.recognise(apFilePaths[0])
    })
  },

  recognise(filePath) {
    my.uploadFile({
      url: 'https://example.invalid/ocr',
      filePath,
      fileName: 'image',
      fileType: 'image',
      success: ({ data }) => this.setData({ text: data })
    })
  },

  onPaste() {
    my.getClipboard({ success: ({ text }) => this.setData({ text }) })
  }
})
