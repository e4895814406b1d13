const host = 'https://example.invalid/api'

function post(path, data) {
  return new Promise((resolve, reject) => {
    wx.request({ url: host + path, method: 'POST', data, success: (r) => resolve(r.data), fail: reject })
  })
}

module.exports = {
  createOrder: (address) => post('/orders', { address }),
  bindPhone: (code) => post('/phone', { code })
}
