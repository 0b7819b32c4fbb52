using Research.Pipeline.Fingerprints;

namespace Research.Pipeline.Closures;

/// <summary>All code that can run for a target: what the code leaf and the packages leaf are made of.</summary>
/// <param name="Members">Symbol of each method, type and resource of our own that is reached, and the hash of what it says.</param>
/// <param name="Packages">Names of the package assemblies that this code calls.</param>
public sealed record CodeClosure(IReadOnlyDictionary<string, string> Members, IReadOnlyList<string> Packages);

/// <summary>A closure whose members are read when somebody asks which they are; a plan needs their digest only.</summary>
/// <param name="Code">The code leaf.</param>
/// <param name="Packages">Names of the package assemblies that this code calls.</param>
public sealed record RememberedClosure(Leaf Code, IReadOnlyList<string> Packages);
