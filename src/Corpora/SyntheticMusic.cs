using System.Globalization;
using Research.Corpora.Music;
using Research.Data;
using Research.Data.Datasets;
using Research.Numerics;

namespace Research.Corpora;

/// <summary>Ten seconds of generated music in ten genres, with valence, energy and danceability that drive it; beats and chords are known.</summary>
/// <remarks>
/// A genre is a tempo, patterns for drums, chords and bass, a chord vocabulary, instruments and a mix; a piece draws its affect near the genre's, follows it,
/// and borrows drums, band or chords from another genre now and then, so classes overlap. 22,050 Hz. What it is for and what it is not: docs/corpora.md.
/// </remarks>
public static class SyntheticMusic
{
    public const int SampleRateHz = Tone.SampleRateHz;

    private const int Pieces = 15;

    /// <summary>Version of the genres and the generator; a new one with every change of a sample.</summary>
    public const string Version = "2";

    /// <summary>Fifteen pieces of each genre, ten seconds each.</summary>
    public static GeneratedDataset Dataset => new("synthetic-music", () => Make("synthetic-music", 1, Pieces, 10));

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = [.. Genres.All.Select(genre => genre.Name).Order(StringComparer.Ordinal)],
            GroupKind = "piece",
            Groups = [.. from genre in Genres.All from piece in Enumerable.Range(0, Pieces) select NameOf(genre, piece)],
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = [],
        };

    /// <summary>That many pieces of each genre.</summary>
    public static Dataset Make(string id, ulong seed, int pieces, double seconds)
    {
        (Genre Genre, int Piece)[] all =
        [
            .. from genre in Genres.All from piece in Enumerable.Range(0, pieces) select (genre, piece),
        ];
        return Corpus.Of(id, Version, ParallelLoop.Select(all.Length, i => Play(all[i].Genre, all[i].Piece, seconds, seed)));
    }

    private static string NameOf(Genre genre, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{genre.Name}_{number:000}");

    private static Item Play(Genre genre, int number, double seconds, ulong seed)
    {
        string name = NameOf(genre, number);
        Rng rng = Rng.For(seed, $"music/{name}");
        Piece piece = Piece.Draw(genre, rng);
        var performance = new Performance(piece, seconds, rng);
        Waveform waveform = performance.Play();
        return new Item(name, genre.Name, name, null, waveform)
        {
            Marks = performance.Marks,
            Targets = new Dictionary<string, double>
            {
                ["valence"] = piece.Affect.Valence,
                ["energy"] = piece.Affect.Energy,
                ["danceability"] = piece.Affect.Danceability,
                ["tempo"] = piece.BeatsAMinute,
            },
        };
    }
}
