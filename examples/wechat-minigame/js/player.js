// 得分榜需要昵称时才出现授权按钮
function askName(width) {
  const button = wx.createUserInfoButton({
    type: 'text',
    text: '用微信头像上榜',
    style: { left: 20, top: 100, width: width - 40, height: 40, lineHeight: 40 }
  })
  button.onTap(({ userInfo }) => {
    if (userInfo) wx.setStorageSync('nickName', userInfo.nickName)
    button.destroy()
  })
}

function cityRank(show) {
  wx.getLocation({
    type: 'wgs84',
    success: ({ latitude, longitude }) => {
      wx.request({
        url: 'https://example.invalid/rank',
        data: { latitude, longitude },
        success: ({ data }) => show(data.rank)
      })
    }
  })
}

module.exports = { askName, cityRank }
