// 开放数据域：好友排行
const canvas = wx.getSharedCanvas()
const context = canvas.getContext('2d')

wx.onMessage(({ action }) => {
  if (action !== 'rank') return
  wx.getFriendCloudStorage({
    keyList: ['score'],
    success: ({ data }) => data.forEach((friend, row) => {
      context.fillText(friend.nickname, 20, 40 + row * 24)
    })
  })
})
