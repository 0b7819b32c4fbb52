using System.Reflection;
using Research.Numerics;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Something with parameters, buffers and modules in it.</summary>
        public partial class Module : IDisposable
        {
            private readonly string _name;
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor Buffer, bool Persistent)> _buffers = [];
            private readonly OrderedDictionary<string, Module> _modules = [];
            private bool _training = true;
            private bool _registered;

            protected Module(string name) => _name = name;

            public virtual bool training => _training;

            public virtual string GetName() => _name;

            /// <summary>Turns training mode on or off here and in all modules within.</summary>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (Module module in _modules.Values)
                {
                    module.train(train);
                }
            }

            public virtual void eval() => train(false);

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (Parameter parameter in parameters())
                {
                    if (set_to_none)
                    {
                        parameter.ClearGrad();
                    }
                    else
                    {
                        parameter.grad?.zero_();
                    }
                }
            }

            public virtual Module apply(Action<Module> fn)
            {
                foreach (Module module in _modules.Values)
                {
                    module.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Registers the parameters, buffers and modules that the fields of the object hold, by their names.</summary>
            /// <remarks>To be called at the end of a constructor. What it finds follows from the type's fields, which the engine's fingerprints hold.</remarks>
            [ReadsOwnFields]
            protected virtual void RegisterComponents()
            {
                // The engine's own modules register what they have themselves.
                if (_registered || ReferenceEquals(GetType().Assembly, typeof(Module).Assembly))
                {
                    return;
                }

                _registered = true;
                foreach (
                    FieldInfo field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                )
                {
                    string name = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    Register(name, field.GetValue(this));
                }
            }

            private void Register(string name, object? value)
            {
                switch (value)
                {
                    case Module module:
                        register_module(name, module);
                        break;
                    case Parameter parameter:
                        register_parameter(name, parameter);
                        break;
                    case Tensor buffer:
                        register_buffer(name, buffer);
                        break;
                    default:
                        break;
                }
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                Check(name, "parameter", _parameters.ContainsKey(name));
                _parameters.Add(name, param);
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                Check(name, "buffer", _buffers.ContainsKey(name));
                _buffers.Add(name, (tensor.DetachFromDisposeScope(), persistent)); // it lives as long as the module
            }

            public virtual void register_module(string name, Module submodule)
            {
                Check(name, "module", _modules.ContainsKey(name));
                submodule.RegisterComponents();
                _modules.Add(name, submodule);
            }

            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Puts another parameter in a registered one's place.</summary>
            internal void Replace(string name, Parameter? parameter)
            {
                _parameters.Remove(name);
                if (parameter is not null)
                {
                    _parameters.Add(name, parameter);
                }
            }

            private static void Check(string name, string kind, bool known)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"'{name}' cannot name a {kind}: a name is not empty and holds no '.'.");
                }

                if (known)
                {
                    throw new InvalidOperationException($"There is a {kind} named '{name}' already.");
                }
            }

            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _modules.Select(pair => (pair.Key, pair.Value));

            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach ((string name, Module child) in named_children())
                {
                    yield return (name, child);
                    foreach ((string inner, Module module) in child.named_modules())
                    {
                        yield return ($"{name}.{inner}", module);
                    }
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(pair => pair.module);

            public virtual IEnumerable<Module> children() => named_children().Select(pair => pair.module);

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                foreach ((string name, Parameter parameter) in _parameters)
                {
                    yield return (name, parameter);
                }

                if (recurse)
                {
                    foreach ((string name, Module child) in named_children())
                    {
                        foreach ((string inner, Parameter parameter) in child.named_parameters(true))
                        {
                            yield return ($"{name}.{inner}", parameter);
                        }
                    }
                }
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(pair => pair.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true,
                bool include_nonpersistent = true
            )
            {
                foreach ((string name, (Tensor buffer, bool persistent)) in _buffers)
                {
                    if (persistent || include_nonpersistent)
                    {
                        yield return (name, buffer);
                    }
                }

                if (recurse)
                {
                    foreach ((string name, Module child) in named_children())
                    {
                        foreach ((string inner, Tensor buffer) in child.named_buffers(true, include_nonpersistent))
                        {
                            yield return ($"{name}.{inner}", buffer);
                        }
                    }
                }
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(pair => pair.buffer);

            public virtual bool has_parameter(string target) => named_parameters().Any(pair => pair.name == target);

            public virtual bool has_buffer(string target) => named_buffers().Any(pair => pair.name == target);

            public virtual Parameter? get_parameter(string target) =>
                named_parameters().FirstOrDefault(pair => pair.name == target).parameter;

            public virtual Tensor? get_buffer(string target) =>
                named_buffers().FirstOrDefault(pair => pair.name == target).buffer;

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) =>
                dtype == ScalarType.Float32 ? this : throw Research.Torch.ScalarTypes.Unsupported(dtype);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                foreach (Parameter parameter in _parameters.Values)
                {
                    parameter.Dispose();
                }

                foreach ((Tensor buffer, _) in _buffers.Values)
                {
                    buffer.Dispose();
                }

                foreach (Module module in _modules.Values)
                {
                    module.Dispose();
                }
            }
        }
    }

    public partial class Tensor
    {
        internal void ClearGrad()
        {
            if (Meta is { } meta)
            {
                meta.Grad?.Dispose();
                meta.Grad = null;
            }
        }
    }
}
