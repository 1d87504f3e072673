import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openDisplay } from '../journeys/support/display.ts';
const data = '/tmp/tl'; 
for (let i = 0; i < 4; i++) {
rmSync(data + '/window/DevToolsActivePort', { force: true });
const d = await openDisplay(); const t0 = Date.now();
const app = spawn(process.env.ELECTRON_OVERRIDE_DIST_PATH + '/electron', ['/work/main', '--no-sandbox', '--data', data, '--remote-debugging-port=0'], { env: d.env, stdio: 'ignore' });
let port; while (!port) { try { port = readFileSync(data + '/window/DevToolsActivePort', 'utf8').split('\n')[0]; } catch { await pause(4); } }
const tPort = Date.now() - t0;
let page; while (!page) { try { page = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()).find((x) => x.type === 'page'); } catch {} await pause(4); }
const tPage = Date.now() - t0;
await pause(2500);
const ws = new WebSocket(page.webSocketDebuggerUrl); await new Promise((r) => ws.addEventListener('open', r));
ws.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { returnByValue: true, expression: `({o:performance.timeOrigin, nav: performance.getEntriesByType('navigation').map(n=>[n.responseEnd,n.domInteractive,n.domContentLoadedEventEnd,n.loadEventEnd].map(Math.round))[0], res: performance.getEntriesByType('resource').map(r=>r.name.split('/').pop()+' '+Math.round(r.startTime)+'-'+Math.round(r.responseEnd)), paint: performance.getEntriesByType('paint').map(p=>p.name+' '+Math.round(p.startTime))})` } }));
const m: any = await new Promise((r) => ws.addEventListener('message', (e) => r(JSON.parse(String(e.data))), { once: true }));
const v = m.result.result.value; console.log('port', tPort, 'page', tPage, 'timeOrigin', Math.round(v.o - t0), JSON.stringify({ ...v, o: undefined }));
app.kill(); await new Promise((r) => app.once('exit', r)); d.close();
}
