namespace Cake.Frosting;

/// <summary>The name on the command line.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TaskNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>What the task does, in one line.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TaskDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}

/// <summary>A task that must have run before.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class IsDependentOnAttribute(Type task) : Attribute
{
    public Type Task { get; } = task;
}
