using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>A place for results failed: it is out of reach, too slow, or refuses.</summary>
internal sealed class RemoteException : ResearchException
{
    public RemoteException() { }

    /// <param name="message">One sentence that names the place.</param>
    public RemoteException(string message)
        : base(message) { }

    public RemoteException(string message, Exception cause)
        : base(message, cause) { }

    /// <summary>Whether it refuses us, rather than failing: it still answers other requests.</summary>
    public bool Refuses { get; init; }
}
