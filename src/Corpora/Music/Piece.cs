using Research.Numerics;

namespace Research.Corpora.Music;

/// <summary>One piece as drawn: who plays what when, before any sound.</summary>
/// <param name="Affect">What drives it.</param>
/// <param name="BeatsAMinute">Tempo.</param>
/// <param name="Tonic">Semitones above C.</param>
/// <param name="Chords">One a bar, repeated.</param>
/// <param name="Drums">Whose drum patterns it has.</param>
/// <param name="Band">Whose instruments, comping and bass it has.</param>
/// <param name="Looseness">Deviation of a stroke from its place, seconds.</param>
internal sealed record Piece(
    Affect Affect,
    double BeatsAMinute,
    int Tonic,
    IReadOnlyList<Chord> Chords,
    Genre Drums,
    Genre Band,
    double Looseness
)
{
    private const double Borrowing = 0.22; // how often drums, band or chords are another genre's

    /// <summary>Draws a piece of a genre: affect first, and what follows from it.</summary>
    public static Piece Draw(Genre genre, Rng rng)
    {
        var affect = new Affect(
            Near(genre.Affect.Valence, rng),
            Near(genre.Affect.Energy, rng),
            Near(genre.Affect.Danceability, rng)
        );
        double low = genre.Tempo.Low * 0.92;
        double high = genre.Tempo.High * 1.08;
        double tempo = low + ((high - low) * Math.Clamp((0.5 * rng.NextDouble()) + (0.5 * affect.Energy), 0, 1));
        tempo += affect.Danceability * 0.3 * (118 - tempo); // people dance near 120
        Genre harmony = Borrowed(genre, rng);
        string[] numerals = harmony.Progressions[rng.NextInt(harmony.Progressions.Count)].Split(' ');
        Chord[] chords = [.. numerals.Select(Chord.Parse)];
        bool minor = numerals[0][0] == 'i' || numerals[0].StartsWith("vi", StringComparison.Ordinal);
        bool sad = rng.NextDouble() > affect.Valence;
        chords = minor != sad && rng.NextDouble() < 0.6 ? [.. chords.Select(chord => chord.Turned())] : chords;
        double looseness = 0.002 + (0.016 * (1 - affect.Danceability) * rng.NextDouble());
        return new(affect, tempo, rng.NextInt(12), chords, Borrowed(genre, rng), Borrowed(genre, rng), looseness);
    }

    private static Genre Borrowed(Genre genre, Rng rng) =>
        rng.NextDouble() < Borrowing ? Genres.All[rng.NextInt(Genres.All.Count)] : genre;

    private static double Near(double centre, Rng rng) => Math.Clamp(centre + (0.17 * rng.NextNormal()), 0.02, 0.98);
}
