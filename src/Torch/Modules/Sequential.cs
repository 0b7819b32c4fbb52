using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Modules one after another; what lies between them is disposed of at once.</summary>
        public class Sequential : nn.Module<Tensor, Tensor>
        {
            private readonly List<nn.IModule<Tensor, Tensor>> _items = [];

            protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
                : base(nameof(Sequential))
            {
                foreach ((string name, nn.Module<Tensor, Tensor> module) in modules)
                {
                    append(name, module);
                }
            }

            public int Count => _items.Count;

            [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
            public nn.IModule<Tensor, Tensor> this[int index] => _items[index];

            public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
            {
                register_module(name, (nn.Module)module);
                _items.Add(module);
                return this;
            }

            public Sequential append(nn.IModule<Tensor, Tensor> module) =>
                append(_items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

            public override Tensor forward(Tensor tensor)
            {
                Tensor current = tensor;
                foreach (nn.IModule<Tensor, Tensor> module in _items)
                {
                    Tensor next = module.call(current);
                    if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next))
                    {
                        current.Dispose();
                    }

                    current = next;
                }

                return ReferenceEquals(current, tensor) ? tensor.alias() : current;
            }

            // The list of items is no component; they are registered one by one.
            protected override void RegisterComponents() { }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential() => new();

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
                Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
            {
                var sequential = new Sequential();
                foreach (Module<Tensor, Tensor> module in modules)
                {
                    sequential.append(module);
                }

                return sequential;
            }

            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
                new([.. modules]);
        }
    }
}
