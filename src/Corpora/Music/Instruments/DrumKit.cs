namespace Research.Corpora.Music.Instruments;

/// <summary>Drums and cymbals of General MIDI, and the further ones of the kit that Groove's drummers played: noise and falling sines.</summary>
/// <remarks>Each sound is made once, at full level; a stroke adds it with its own.</remarks>
/// <param name="sampleRateHz">Samples a second.</param>
internal sealed class DrumKit(int sampleRateHz)
{
    private readonly Dictionary<int, double[]> _sounds = [];

    /// <summary>Adds a stroke.</summary>
    /// <param name="track">From the stroke on; what lies beyond its end is left out.</param>
    /// <param name="key">General MIDI's number of the drum; others sound like a wood block.</param>
    /// <param name="velocity">1 to 127.</param>
    public void Add(Span<double> track, int key, int velocity)
    {
        if (!_sounds.TryGetValue(key, out double[]? sound))
        {
            sound = DrumSound.Of(key, sampleRateHz);
            _sounds.Add(key, sound);
        }

        double force = velocity / 127.0;
        double level = force * Math.Sqrt(force);
        int length = Math.Min(track.Length, sound.Length);
        for (int n = 0; n < length; n++)
        {
            track[n] += level * sound[n];
        }
    }
}
