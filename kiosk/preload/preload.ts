// Runs in the page's window before the page, in a sandbox of its own: hands the page its bridge.
import { contextBridge, ipcRenderer } from 'electron'
import { BRIDGE_NAME } from '../bridge.ts'
import { createBridge } from './expose.ts'

contextBridge.exposeInMainWorld(BRIDGE_NAME, createBridge(ipcRenderer))
