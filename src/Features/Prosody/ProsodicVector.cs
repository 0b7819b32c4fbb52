using Research.Data;

namespace Research.Features.Prosody;

/// <summary>132 numbers on how an utterance is spoken, none of which a louder microphone should change.</summary>
/// <remarks>
/// <para>Pitch in semitones (13), movement of the level (8), timing (9), voice quality (8), balance of the spectrum over voiced frames (26), over unvoiced ones (13)
/// and loud against soft (13), spread of the cepstrum (26), rhythm (16). What a microphone or a vocal tract decides, absolute level and mean cepstrum, is left out: that is
/// what carries over from speaker to speaker.</para>
/// <para>In the spirit of eGeMAPS (Eyben et al., 2016, IEEE TAC 7(2)); ours. Oracle: an independent numpy version with a pitch of its own (golden prosody.json), 1e-11, and at most 2e-6 where a value hangs on the pitch.</para>
/// </remarks>
public static class ProsodicVector
{
    /// <summary>Names of the values, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. PitchShape.Names,
        .. LevelShape.Names,
        .. Timing.Names,
        .. VoiceQuality.Names,
        .. Balance.Names.SelectMany(name => new[] { $"{name}_voiced_mean", $"{name}_voiced_sd" }),
        .. Balance.Names.Select(name => $"{name}_unvoiced_mean"),
        .. Balance.Names.Select(name => $"{name}_loud_minus_soft"),
        .. MelLog.Names,
        .. Modulation.Names,
    ];

    /// <summary>Shape [132]. Silence gives numbers too, which mean nothing.</summary>
    public static double[] Of(Waveform waveform, ProsodySettings settings)
    {
        var frames = new VoiceFrames(waveform, settings);
        var density = new PowerDensity(frames);
        var balance = new Balance(frames, density);
        var mel = new MelLog(density);
        return
        [
            .. PitchShape.Of(frames),
            .. LevelShape.Of(frames),
            .. Timing.Of(frames),
            .. VoiceQuality.Of(frames, density),
            .. Balanced(frames, balance),
            .. mel.CepstralSpread(frames),
            .. Modulation.Of(frames, mel),
        ];
    }

    private static IEnumerable<double> Balanced(VoiceFrames frames, Balance balance)
    {
        int[] voiced = VoiceFrames.Where(frames.Voiced);
        int[] unvoiced = [.. VoiceFrames.Where(frames.Active).Where(t => !frames.Voiced[t])];
        double median = Spread.Percentile([.. voiced.Select(t => frames.Level[t])], 0.5);
        int[] loud = [.. voiced.Where(t => frames.Level[t] >= median)];
        int[] soft = [.. voiced.Where(t => frames.Level[t] < median)];
        double[] Of(int[] among, int k) => [.. among.Select(t => balance.Values[t, k])];
        int[] all = [.. Enumerable.Range(0, Balance.Names.Count)];
        return
        [
            .. all.SelectMany(k => Spread.Both(Of(voiced, k))),
            .. all.Select(k => Spread.Mean(Of(unvoiced, k))),
            .. all.Select(k => soft.Length == 0 ? 0 : Spread.Mean(Of(loud, k)) - Spread.Mean(Of(soft, k))),
        ];
    }
}
