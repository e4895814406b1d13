const { listShops, sortByDistance } = require('../../utils/shops')

Page({
  data: { shops: [] },

  onLoad() {
    this.setData({ shops: listShops() })
  },

  // 距离排序：整个程序只有这里要精确位置
  onNearby() {
    wx.getLocation({
      type: 'gcj02',
      success: ({ latitude, longitude }) => {
        this.setData({ shops: sortByDistance(this.data.shops, latitude, longitude) })
      },
      fail: () => wx.showToast({ title: '已按默认顺序显示', icon: 'none' })
    })
  },

  onShop(event) {
    wx.navigateTo({ url: '/pages/order/order?shop=' + event.currentTarget.dataset.id })
  }
})
