const player = require('./js/player')

const canvas = wx.createCanvas()
const context = canvas.getContext('2d')
let score = 0

function frame() {
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#333'
  context.fillText('得分 ' + score, 20, 60)
  requestAnimationFrame(frame)
}

wx.onTouchStart(() => {
  score += 1
  if (score === 10) player.askName(canvas.width)
  if (score === 20) player.cityRank((rank) => wx.showToast({ title: '同城第 ' + rank }))
})

frame()
