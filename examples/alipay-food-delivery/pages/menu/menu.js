Page({
  data: {
    dishes: [
      { id: 1, name: '番茄炒蛋饭', price: 16 },
      { id: 2, name: '卤肉饭', price: 22 }
    ],
    store: ''
  },

  onStore() {
    my.getLocation({
      type: 0,
      success: ({ latitude, longitude }) => this.nearest(latitude, longitude),
      fail: () => my.showToast({ content: '请在列表里选择门店' })
    })
  },

  nearest(latitude, longitude) {
    my.request({
      url: 'https://example.invalid/stores',
      data: { latitude, longitude },
      success: ({ data }) => this.setData({ store: data.name })
    })
  },

  onAdd(event) {
    my.navigateTo({ url: '/pages/cart/cart?dish=' + event.currentTarget.dataset.id })
  }
})
