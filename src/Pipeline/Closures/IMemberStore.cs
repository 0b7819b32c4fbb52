namespace Research.Pipeline.Closures;

/// <summary>Keeps the members of closures by their digest, as leaves of fingerprints keep them.</summary>
public interface IMemberStore
{
    /// <summary>The digest that members have.</summary>
    string DigestOf(IReadOnlyDictionary<string, string> members);

    /// <exception cref="IOException">They cannot be written.</exception>
    void Keep(IReadOnlyDictionary<string, string> members);

    /// <summary>The members of that digest; null where they are not known.</summary>
    IReadOnlyDictionary<string, string>? Find(string digest);
}
