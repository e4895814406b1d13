Page({
  data: { name: '' },

  onLoad() {
    // 静默授权：只换取用户 id
    my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => this.session(authCode) })
  },

  onLogin() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: ({ authCode }) => this.session(authCode),
      fail: () => my.showToast({ content: '不登录也可以继续使用' })
    })
  },

  onPhone() {
    my.getPhoneNumber({ success: ({ response }) => this.bind(response) })
  },

  session(authCode) {
    my.request({
      url: 'https://example.invalid/session',
      method: 'POST',
      data: { authCode },
      success: ({ data }) => this.setData({ name: data.name })
    })
  },

  bind(response) {
    my.request({ url: 'https://example.invalid/phone', method: 'POST', data: { response } })
  }
})
