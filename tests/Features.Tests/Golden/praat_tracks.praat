# praat --run praat_tracks.praat WAV CEILING TMPFILE
# Tab-separated output. Undefined values print as --undefined--.
form Praat tracks
  sentence wav
  real ceiling 5500
  sentence tmp praat_tracks.tmp
endform
t$ = tab$
snd = Read from file: wav$
fs = Get sampling frequency
ns = Get number of samples
nch = Get number of channels
dur = Get total duration
appendInfoLine: "S", t$, "praatVersion", t$, praatVersion$
appendInfoLine: "S", t$, "fs", t$, fs
appendInfoLine: "S", t$, "samples", t$, ns
appendInfoLine: "S", t$, "channels", t$, nch
appendInfoLine: "S", t$, "duration", t$, dur

# (a) pitch
pit = To Pitch (ac): 0, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 500
selectObject: snd
pit2 = To Pitch: 0, 75, 500
selectObject: pit
Save as text file: tmp$
strs = Read Strings from raw text file: tmp$
nl = Get number of strings
k = 0
for l to nl
  s$ = Get string: l
  if index (s$, "intensity = ") > 0
    k = k + 1
    inten [k] = extractNumber (s$, "intensity = ")
  endif
endfor
Remove
deleteFile: tmp$
selectObject: pit
np = Get number of frames
nv = Count voiced frames
dx = Get time step
x1 = Get time from frame number: 1
pmean = Get mean: 0, 0, "Hertz"
appendInfoLine: "S", t$, "pitchFrames", t$, np
appendInfoLine: "S", t$, "pitchIntensityFrames", t$, k
appendInfoLine: "S", t$, "voicedFrames", t$, nv
appendInfoLine: "S", t$, "pitchDx", t$, dx
appendInfoLine: "S", t$, "pitchX1", t$, x1
appendInfoLine: "S", t$, "meanPitch", t$, pmean
maxdiff = 0
selectObject: pit2
np2 = Get number of frames
for i to np
  selectObject: pit
  pt [i] = Get time from frame number: i
  f = Get value in frame: i, "Hertz"
  selectObject: pit2
  g = Get value in frame: i, "Hertz"
  if f = undefined
    f = 0
  endif
  if g = undefined
    g = 0
  endif
  pf [i] = f
  maxdiff = max (maxdiff, abs (f - g))
  appendInfoLine: "P", t$, i, t$, pt [i], t$, f, t$, inten [i]
endfor
appendInfoLine: "S", t$, "toPitchFrames", t$, np2
appendInfoLine: "S", t$, "toPitchMaxDiff", t$, maxdiff

# (b) formants
selectObject: snd
frm = To Formant (burg): 0, 5, ceiling, 0.025, 50
nf = Get number of frames
fdx = Get time step
fx1 = Get time from frame number: 1
appendInfoLine: "S", t$, "formantFrames", t$, nf
appendInfoLine: "S", t$, "formantDx", t$, fdx
appendInfoLine: "S", t$, "formantX1", t$, fx1
tab = Down to Table: "yes", "yes", 15, "yes", 15, "yes", 12, "yes"
nr = Get number of rows
appendInfoLine: "S", t$, "formantTableRows", t$, nr
mism = 0
for i to nf
  selectObject: frm
  ft = Get time from frame number: i
  selectObject: tab
  inten$ = Get value: i, "intensity"
  nform$ = Get value: i, "nformants"
  row$ = "F" + t$ + string$ (i) + t$ + string$ (ft) + t$ + inten$ + t$ + nform$
  for j to 5
    fj$ = Get value: i, "F" + string$ (j) + "(Hz)"
    bj$ = Get value: i, "B" + string$ (j) + "(Hz)"
    row$ = row$ + t$ + fj$ + t$ + bj$
    selectObject: frm
    v = Get value at time: j, ft, "Hertz", "Linear"
    if v = undefined and fj$ <> "--undefined--"
      mism = mism + 1
    elsif v <> undefined
      if abs (v - number (fj$)) > 1e-6
        mism = mism + 1
      endif
    endif
    selectObject: tab
  endfor
  appendInfoLine: row$
endfor
appendInfoLine: "S", t$, "tableVsGetValueAtTimeMismatches", t$, mism

# (c) means
selectObject: frm
for j to 3
  m = Get mean: j, 0, 0, "Hertz"
  appendInfoLine: "S", t$, "meanF", j, t$, m
  sum = 0
  n = 0
  for i to np
    if pf [i] > 0
      v = Get value at time: j, pt [i], "Hertz", "Linear"
      if v <> undefined
        sum = sum + v
        n = n + 1
      endif
    endif
  endfor
  if n > 0
    m = sum / n
  else
    m = undefined
  endif
  appendInfoLine: "S", t$, "voicedMeanF", j, t$, m
  appendInfoLine: "S", t$, "voicedMeanN", j, t$, n
endfor
