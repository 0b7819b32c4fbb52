namespace Research.Results;

/// <summary>Marks a class whose reflection makes objects of declared types alone: those that its callers name, and those that a target names beside its code.</summary>
/// <remarks>The engine refuses other reflection, behind which code could hide; what such a class makes is in the closure because the target names it.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FindsDeclaredTypesAttribute : Attribute;
