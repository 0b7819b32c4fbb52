namespace Research.Numerics;

/// <summary>Marks state that is set from outside and cannot reach a result, such as how many threads work.</summary>
/// <remarks>On a module's initialiser: what it registers cannot reach a result, and no fingerprint holds it. The engine refuses other static state that an experiment reads and code outside it writes: no fingerprint could hold it.</remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Method)]
public sealed class ShowsInNoResultAttribute : Attribute;
