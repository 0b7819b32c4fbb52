using System.Text.Json.Serialization;
using Research.Data;

namespace Research.Pipeline;

/// <summary>A dataset that an experiment names; it is opened by the runner.</summary>
/// <param name="Id">As in datasets.lock, or the generator's name.</param>
[JsonDerivedType(typeof(PinnedDataset))]
[JsonDerivedType(typeof(GeneratedDataset))]
public abstract record DatasetRef(string Id);

/// <summary>Recordings of datasets.lock.</summary>
/// <param name="Id">As in datasets.lock.</param>
/// <param name="Read">From the folder of verified files to clips.</param>
public sealed record PinnedDataset(string Id, [property: JsonIgnore] Func<string, IReadOnlyList<Clip>> Read) : DatasetRef(Id);

/// <summary>Signals that code generates.</summary>
/// <param name="Id">The generator's name.</param>
/// <param name="Make">The generator.</param>
public sealed record GeneratedDataset(string Id, [property: JsonIgnore] Func<Dataset> Make) : DatasetRef(Id);
