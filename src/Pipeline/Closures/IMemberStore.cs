namespace Research.Pipeline.Closures;

/// <summary>Keeps the members of closures by their digest, as leaves of fingerprints keep them.</summary>
public interface IMemberStore
{
    /// <returns>The digest.</returns>
    string Keep(IReadOnlyDictionary<string, string> members);

    /// <summary>The members of that digest; null where they are not known.</summary>
    IReadOnlyDictionary<string, string>? Find(string digest);
}
