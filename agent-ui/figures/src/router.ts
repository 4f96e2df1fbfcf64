// The addresses of the figures. What is looked at stands in the address (office, period, filter), so
// that it can be shared, kept, and gone back to.
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

const ROUTES: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./screens/HomeScreen.vue') },
  {
    path: '/now/:office',
    name: 'now',
    props: true,
    component: () => import('./screens/NowScreen.vue'),
  },
  { path: '/province', name: 'province', component: () => import('./screens/ProvinceScreen.vue') },
  { path: '/reports', name: 'reports', component: () => import('./screens/ReportScreen.vue') },
  { path: '/visits', name: 'visits', component: () => import('./screens/VisitsScreen.vue') },
  {
    path: '/visits/:visit',
    name: 'visit',
    props: true,
    component: () => import('./screens/VisitScreen.vue'),
  },
  {
    path: '/quality/:office',
    name: 'quality',
    props: true,
    component: () => import('./screens/QualityScreen.vue'),
  },
  {
    path: '/own/:office',
    name: 'own',
    props: true,
    component: () => import('./screens/OwnScreen.vue'),
  },
  {
    path: '/groups/:office',
    name: 'groups',
    props: true,
    component: () => import('./screens/GroupsScreen.vue'),
  },
  { path: '/cost', name: 'cost', component: () => import('./screens/CostScreen.vue') },
  { path: '/cost/rates', name: 'rates', component: () => import('./screens/RatesScreen.vue') },
  {
    path: '/cost/paid-hours',
    name: 'paid-hours',
    component: () => import('./screens/PaidHoursScreen.vue'),
  },
  {
    path: '/definitions',
    name: 'definitions',
    component: () => import('./screens/DefinitionsScreen.vue'),
  },
  { path: '/:rest(.*)*', redirect: '/' },
]

export function createFiguresRouter() {
  return createRouter({
    history: createWebHistory('/figures/'),
    routes: ROUTES,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })
}
