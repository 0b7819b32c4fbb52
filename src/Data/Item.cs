using System.Collections.ObjectModel;
using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data;

/// <summary>One item of a dataset: a recording, a spectrogram, a piece, an image or a row of a table, with what is known of it.</summary>
/// <remarks>Its content is read when it is first asked for; name, label, speaker and part cost nothing.</remarks>
public sealed record Item
{
    /// <param name="id">Unique in its dataset; of a file its name without extension.</param>
    /// <param name="label">Class, as the study names it; null where the item has real-valued targets only.</param>
    /// <param name="group">Group that a split may keep together: who speaks, the song, the artist, the game series.</param>
    /// <param name="subset">Side of the dataset's published split; null where there is none, or where the split leaves the item out.</param>
    /// <param name="content">What it holds.</param>
    public Item(string id, string? label, string group, Subset? subset, ItemContent content) =>
        (Id, Label, Group, Subset, Content) = (id, label, group, subset, content);

    /// <summary>A recording that is in memory already.</summary>
    public Item(string id, string? label, string group, Subset? subset, Waveform waveform)
        : this(id, label, group, subset, new WaveformContent(waveform)) { }

    /// <summary>Unique in its dataset; of a file its name without extension.</summary>
    public string Id { get; init; }

    /// <summary>Class, as the study names it; null where the item has real-valued targets only.</summary>
    public string? Label { get; init; }

    /// <summary>Group that a split may keep together: who speaks, the song, the artist, the game series.</summary>
    public string Group { get; init; }

    /// <summary>Side of the dataset's published split; null where there is none, or where the split leaves the item out.</summary>
    public Subset? Subset { get; init; }

    /// <summary>What it holds: a waveform, a matrix, an image or a tensor.</summary>
    public ItemContent Content { get; init; }

    /// <summary>What is known of its stretches, in order of time; nothing for most recordings.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Real-valued targets of the whole, by name, such as valence.</summary>
    public IReadOnlyDictionary<string, double> Targets { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>The signal; decoded at the first call, by one thread.</summary>
    /// <exception cref="ResearchException">The item holds something else, or its file cannot be decoded.</exception>
    public Waveform Waveform => Read<Waveform>("a waveform");

    /// <summary>Its numbers, such as a spectrogram, the notes of a piece or a row of features; read at the first call.</summary>
    /// <exception cref="ResearchException">The item holds something else.</exception>
    public Matrix Matrix => Read<Matrix>("a matrix");

    /// <summary>Its picture; read at the first call.</summary>
    /// <exception cref="ResearchException">The item holds something else.</exception>
    public Image Image => Read<Image>("an image");

    /// <summary>Its tensor, of a trained network.</summary>
    /// <exception cref="ResearchException">The item holds something else.</exception>
    public WeightTensor Tensor => Read<WeightTensor>("a tensor");

    private T Read<T>(string wanted)
        where T : class =>
        Content is ItemContent<T> content
            ? content.Value
            : throw new ResearchException(
                $"'{Id}' holds {Content.Kind}, not {wanted}: use features that read {Content.Kind}, or another dataset."
            );
}

/// <summary>The sides of a published split.</summary>
public enum Subset
{
    Train,
    Test,

    /// <summary>Says when a training stops; few published splits have it.</summary>
    Validation,
}
