namespace Research.Corpora.Music;

/// <summary>A chord of a key: its name such as "A:min7", and its tones as semitones above the key's tonic.</summary>
internal sealed record Chord(int Root, string Quality, int[] Tones)
{
    private static readonly string[] Numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii"];
    private static readonly int[] Major = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] Minor = [0, 2, 3, 5, 7, 8, 10];
    private static readonly string[] Names = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    /// <summary>Reads a numeral: upper case is major, lower case minor; 7 adds the small seventh, maj7 the large one. VI and VII are those of minor keys.</summary>
    public static Chord Parse(string numeral)
    {
        bool large = numeral.EndsWith("maj7", StringComparison.Ordinal);
        bool seventh = numeral.EndsWith('7');
        string plain = numeral.Replace("maj", "", StringComparison.Ordinal).TrimEnd('7');
        bool major = char.IsUpper(plain[0]);
        int degree = Array.IndexOf(Numerals, plain.ToLowerInvariant());
        int root = major && degree >= 5 ? Minor[degree] : Major[degree];
        int[] triad = major ? [0, 4, 7] : [0, 3, 7];
        int[] tones = seventh ? [.. triad, large ? 11 : 10] : triad;
        string quality = (major ? "maj" : "min") + (seventh ? "7" : "");
        return new(root, major && seventh && !large ? "7" : quality, [.. tones.Select(tone => root + tone)]);
    }

    /// <summary>The same chord in minor where it was major, and the other way round.</summary>
    public Chord Turned() =>
        this with
        {
            Quality = Quality switch
            {
                "maj" => "min",
                "min" => "maj",
                "maj7" => "min7",
                "min7" => "maj7",
                _ => Quality,
            },
            Tones =
                Quality == "7"
                    ? Tones
                    : [.. Tones.Select((tone, i) => i is 1 or 3 ? tone + (Quality[..3] == "maj" ? -1 : 1) : tone)],
        };

    /// <summary>Its name in a key.</summary>
    /// <param name="tonic">Semitones above C.</param>
    public string Name(int tonic) => $"{Names[(tonic + Root) % 12]}:{Quality}";
}
