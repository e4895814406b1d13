Page({
  data: {
    goods: [
      { sku: 'A1', title: '亚麻衬衫', price: 199, cover: 'https://example.invalid/shirt.png' },
      { sku: 'B2', title: '帆布包', price: 89, cover: 'https://example.invalid/bag.png' }
    ]
  },

  onBuy(event) {
    wx.navigateTo({ url: '/pages/checkout/checkout?sku=' + event.currentTarget.dataset.sku })
  },

  onShareAppMessage() {
    return { title: '布衣铺新款', path: '/pages/goods/goods' }
  }
})
