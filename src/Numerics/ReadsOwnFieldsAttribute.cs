namespace Research.Numerics;

/// <summary>Marks a method whose reflection reads nothing but the fields of its own object.</summary>
/// <remarks>The engine refuses other reflection, behind which code and input could hide; for such a method it counts the fields of all types that inherit it.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadsOwnFieldsAttribute : Attribute;
