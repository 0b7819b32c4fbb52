using Research.Corpora.Music.Instruments;
using Research.Data.Music;
using Research.Evaluation.Rhythm;
using Research.Features.Music;

namespace Research.Experiments.GenreAffect;

/// <summary>Tempo and beats of every recording or performance, by one tracker.</summary>
internal sealed record TrackedBeats : FeatureSet
{
    /// <summary>In words, as tables have it.</summary>
    public required string Tracker { get; init; }

    public required BeatSettings Settings { get; init; }

    /// <summary>Whether the tracker is told the true tempo, so that only the place of the beats is left to find.</summary>
    public required bool KnowsTempo { get; init; }

    public required BeatItems Chosen { get; init; }

    /// <summary>How performances are played; recordings are as they are.</summary>
    public required RenderSettings Played { get; init; }

    public override string Name =>
        $"beats-{string.Join('-', Tracker.Split([' ', ',', '\''], StringSplitOptions.RemoveEmptyEntries))}";

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [1 + beats, 1]: beats a minute, then the second of each beat; a single 0 of an item that is not chosen.</returns>
    /// <exception cref="ResearchException">A recording is shorter than a beat, holds no stroke, or has samples that are no numbers; it is named.</exception>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs)
    {
        HashSet<int> places = [.. Chosen.Places(inputs.Data)];
        return ParallelLoop.Select(
            inputs.Data.Items.Count,
            i => places.Contains(i) ? Tracked(inputs.Data.Items[i]) : new Matrix(1, 1)
        );
    }

    private Matrix Tracked(Item item)
    {
        BeatSettings settings = KnowsTempo ? Settings with { KnownTempo = item.Targets[BeatScores.Tempo] } : Settings;
        try
        {
            BeatTrack track = Features.Music.Beats.Of(WaveformOf(item), settings);
            return Matrix.OfRows([
                [track.BeatsAMinute],
                .. track.Seconds.Select(at => new[] { at }),
            ]);
        }
        catch (ResearchException error)
        {
            throw new ResearchException($"{item.Id}: {error.Message}", error);
        }
    }

    // Not by the item's own content, which would keep every performance's samples in memory.
    private Waveform WaveformOf(Item item)
    {
        if (item.Content is not MatrixContent)
        {
            return item.Waveform;
        }

        IReadOnlyList<Note> notes = MidiPiece.NotesOf(item.Matrix);
        return notes.Count > 0
            ? PieceRenderer.Render(notes, notes.Max(note => note.EndSeconds), Played)
            : throw new ResearchException("it has no stroke, so there is nothing to play; leave it out.");
    }
}

/// <summary>Which items of a dataset have their beats tracked.</summary>
internal sealed record BeatItems
{
    /// <summary>The last true beat is not before this: fills of a few strokes have no beat to be found.</summary>
    public required double LeastSeconds { get; init; }

    /// <summary>Of so many of those one is taken, the first first.</summary>
    public required int OneOf { get; init; }

    /// <summary>Their places in the dataset, ascending.</summary>
    public int[] Places(Dataset data) =>
        [
            .. Enumerable
                .Range(0, data.Items.Count)
                .Where(i => BeatScores.TrueBeats(data.Items[i])[^1] >= LeastSeconds)
                .Where((_, n) => n % OneOf == 0),
        ];
}
