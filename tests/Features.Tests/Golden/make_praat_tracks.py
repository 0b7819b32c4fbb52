#!/usr/bin/env python3
"""make_praat_tracks.py tracks|means OUT.json CEILING:WAV [CEILING:WAV ...]   (WAV paths; --base DIR strips a prefix from names)
Runs praat_tracks.praat once per entry, one process at a time."""
import sys, os, json, subprocess, hashlib, tempfile
HERE=os.path.dirname(os.path.abspath(__file__))
SCRIPT=os.path.join(HERE,'praat_tracks.praat')
args=sys.argv[1:]; base=os.path.join(HERE,'data')
if '--base' in args:
    i=args.index('--base'); base=os.path.abspath(args[i+1]); del args[i:i+2]
mode,out,items=args[0],args[1],args[2:]
U='--undefined--'
def num(s): 
    if s==U: return None
    v=float(s); return int(v) if v==int(v) and '.' not in s and 'e' not in s else v
def r(v,n): 
    if v is None: return None
    v=round(v,n); return int(v) if v==int(v) else v
def sig(v,n=6): return None if v is None else float(f'{v:.{n}g}')
recs=[]; version=subprocess.run(['praat','--version'],capture_output=True,text=True).stdout.strip()
errors=[]
for it in items:
    ceil,wav=it.split(':',1); wav=os.path.abspath(wav)
    tmp=os.path.join(tempfile.gettempdir(),f'pt{os.getpid()}.Pitch')
    p=subprocess.run(['praat','--run',SCRIPT,wav,ceil,tmp],capture_output=True,text=True,stdin=subprocess.DEVNULL)
    name=os.path.relpath(wav,base)
    if p.returncode or p.stderr.strip():
        errors.append({'file':name,'ceiling':num(ceil),'rc':p.returncode,'stderr':p.stderr.strip()}); print(errors[-1],file=sys.stderr)
        if p.returncode: continue
    S={}; P=[]; F=[]
    for l in p.stdout.splitlines():
        c=l.split('\t')
        if c[0]=='S': S[c[1]]=c[2] if c[1]=='praatVersion' else num(c[2])
        elif c[0]=='P': P.append([num(x) for x in c[1:]])
        elif c[0]=='F': F.append([num(x) for x in c[1:]])
    assert len(P)==S['pitchFrames']==S['pitchIntensityFrames']==S['toPitchFrames'] and len(F)==S['formantFrames']==S['formantTableRows']
    assert S['toPitchMaxDiff']==0, (name,S['toPitchMaxDiff'])
    assert S['tableVsGetValueAtTimeMismatches']==0, name
    assert sum(1 for x in P if x[2]>0)==S['voicedFrames']
    R={'file':name,'sha256':hashlib.sha256(open(wav,'rb').read()).hexdigest(),'fs':S['fs'],'samples':S['samples'],'ceiling':num(ceil),
       'pitchFrames':S['pitchFrames'],'voicedFrames':S['voicedFrames'],'formantFrames':S['formantFrames'],'meanPitch':r(S['meanPitch'],4),
       'voicedMeanF':[r(S[f'voicedMeanF{j}'],4) for j in (1,2,3)],'voicedMeanN':[S[f'voicedMeanN{j}'] for j in (1,2,3)],
       'meanF':[r(S[f'meanF{j}'],4) for j in (1,2,3)]}
    if mode=='tracks':
        R['pitch']={'dx':r(S['pitchDx'],9),'x1':r(S['pitchX1'],9),'t':[r(x[1],6) for x in P],'f':[r(x[2],4) for x in P],'intensity':[sig(x[3]) for x in P]}
        K=F[::3]
        R['formants']={'dx':r(S['formantDx'],9),'x1':r(S['formantX1'],9),'step':3,'frame':[x[0] for x in K],'t':[r(x[1],6) for x in K],'n':[x[3] for x in K]}
        for j in (1,2,3,4): R['formants'][f'F{j}']=[r(x[2+2*j],4) for x in K]
        for j in (1,2,3): R['formants'][f'B{j}']=[r(x[3+2*j],4) for x in K]
    recs.append(R)
D={'praat':version,
 'calls':{'read':'Read from file: WAV','pitch':'To Pitch (ac): 0, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 500',
  'pitchCheck':'To Pitch: 0, 75, 500 gives the same frequency in every frame (asserted for every file)',
  'formants':'To Formant (burg): 0, 5, CEILING, 0.025, 50','meanPitch':'Get mean: 0, 0, "Hertz" (Pitch; mean of voiced frames)',
  'meanF':'Get mean: k, 0, 0, "Hertz" (Formant; all frames)',
  'voicedMeanF':'mean of Get value at time: k, t, "Hertz", "Linear" over the times t of the voiced pitch frames, undefined left out; voicedMeanN = how many were defined',
  **({'frames':'pitch: every frame, f=0 unvoiced, intensity = frame intensity in the saved Pitch file (relative to the global peak); formants: every 3rd frame (frame = 1-based number) from Down to Table, equal to Get value at time at the frame time; n = formants in the frame; null = --undefined--'} if mode=='tracks' else {})},
 'rounding':'times 6 decimals, Hz 4 decimals, intensity 6 significant digits'}
if errors: D['errors']=errors
s=json.dumps(D,separators=(',',':'))[:-1]+',"recordings":[\n'+',\n'.join(json.dumps(x,separators=(',',':')) for x in recs)+'\n]}\n'
json.loads(s); open(out,'w').write(s); print(out,len(recs),'recordings',len(s),'bytes',len(errors),'errors')
